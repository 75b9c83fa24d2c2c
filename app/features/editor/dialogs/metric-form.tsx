import { Button } from '../../../ui/button'
import { SearchPicker } from '../../../ui/search-picker'
import { $createMetricChipNode } from '../nodes/metric-chip-node'
import { useWritingServices } from '../writing-services'
import type { DialogTools } from './dialog-tools'
import { insertInLine } from './insert-at-caret'

/** Picking is inserting: there is nothing else to say. */
export function MetricForm({ editor, onDone }: DialogTools) {
  const { metrics } = useWritingServices()
  function insert(metricId: string) {
    insertInLine(editor, () => $createMetricChipNode(metricId))
    onDone()
  }
  return (
    <>
      <p className="field-hint">
        The text shows the metric’s latest value and its period, and changes with it.
      </p>
      <SearchPicker
        label="Metric"
        items={metrics.map(({ id, name, detail }) => ({ id, label: name, detail }))}
        onPick={insert}
      />
      <div className="dialog-footer">
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </>
  )
}
