import { answerQuestions } from '../../threads/answer-questions'
import { answerTable } from './answer-table'

answerQuestions(answerTable)
