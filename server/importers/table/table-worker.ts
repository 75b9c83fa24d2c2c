import { answerQuestions } from '../../threads/answer-questions'
import { readTable } from './read-table'

answerQuestions(readTable)
