/** The chapter's address. The page around it keeps the shared text open while chapters change. */
export default function WriteChapter() {
  return null
}
