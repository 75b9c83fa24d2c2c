import { type DragEvent, useState } from 'react'

interface Dragging {
  /** What an item that can be dragged, and dropped on, is given. */
  readonly propsFor: (id: string) => {
    readonly draggable: true
    readonly 'data-drop': 'above' | 'below' | undefined
    readonly onDragStart: (event: DragEvent) => void
    readonly onDragOver: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
    readonly onDragEnd: () => void
  }
}

/** Moving an item of a list with the mouse. The menus of the items do the same for keyboard and touch. */
export function useDragging(
  ids: readonly string[],
  /** `beforeId` null: to the end. */
  onMove: (id: string, beforeId: string | null) => void,
): Dragging {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)

  function end() {
    setDragged(null)
    setOver(null)
  }

  function drop(event: DragEvent, id: string) {
    if (dragged === null) return
    event.preventDefault()
    event.stopPropagation()
    if (dragged !== id) onMove(dragged, isAbove(id) ? id : nextOf(id))
    end()
  }

  /** Dragged upwards it takes the place of what it is dropped on; downwards it goes behind. */
  const isAbove = (id: string) => dragged !== null && ids.indexOf(id) < ids.indexOf(dragged)
  const nextOf = (id: string) => ids[ids.indexOf(id) + 1] ?? null
  return {
    propsFor: (id) => ({
      draggable: true,
      'data-drop': over === id && dragged !== id ? (isAbove(id) ? 'above' : 'below') : undefined,
      onDragStart: (event) => {
        event.stopPropagation()
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
        setDragged(id)
      },
      onDragOver: (event) => {
        if (dragged === null || !ids.includes(dragged)) return
        event.preventDefault()
        setOver(id)
      },
      onDrop: (event) => drop(event, id),
      onDragEnd: end,
    }),
  }
}
