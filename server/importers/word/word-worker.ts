import { answerQuestions } from '../../threads/answer-questions'
import { readWord } from './read-word'

answerQuestions(readWord)
