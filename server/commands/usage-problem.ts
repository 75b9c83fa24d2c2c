/** The verb was called in a way that means nothing. The message is for the person who called it. */
export class UsageProblem extends Error {}
