import { useNavigation, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Asks the server anew for what the page shows, once nothing else is being fetched. Many wishes in one
 * moment are one question: asking while an answer is under way would break that one off, and a page where
 * others write all the time would never get one.
 */
export function useRefresh(): () => void {
  const { state, revalidate } = useRevalidator()
  const navigation = useNavigation()
  const [wishes, setWishes] = useState(0)
  const answered = useRef(0)
  const isQuiet = state === 'idle' && navigation.state === 'idle'
  useEffect(() => {
    if (!isQuiet || answered.current === wishes) return
    answered.current = wishes
    revalidate()
  }, [wishes, isQuiet, revalidate])
  return useCallback(() => setWishes((count) => count + 1), [])
}
