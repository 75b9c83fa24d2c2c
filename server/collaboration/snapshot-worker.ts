import { answerQuestions } from '../threads/answer-questions'
import { makeSnapshot } from './make-snapshot'

answerQuestions(makeSnapshot)
