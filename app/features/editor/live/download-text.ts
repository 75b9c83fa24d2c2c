export function downloadText(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'my-strategy-text.txt'
  link.click()
  URL.revokeObjectURL(address)
}
