import { answerQuestions } from '../threads/answer-questions'
import { blocksIn } from './block-reader'

answerQuestions(blocksIn)
