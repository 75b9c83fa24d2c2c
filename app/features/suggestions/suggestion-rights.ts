export interface SuggestionRights {
  readonly personId: string
  readonly maySuggest: boolean
  readonly mayDecide: boolean
}
