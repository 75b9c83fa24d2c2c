-- How each person wants to be told of each kind of thing, and what became of each notice.
CREATE TABLE "notice_choice" (
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("person_id", "kind")
);
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notice" ADD COLUMN "mail_outcome" TEXT NOT NULL DEFAULT '';
ALTER TABLE "outgoing_mail" ADD COLUMN "unsubscribe_link" TEXT NOT NULL DEFAULT '';
