import { answerQuestions } from '../threads/answer-questions'
import { answerHistory } from './answer-history'

answerQuestions(answerHistory)
