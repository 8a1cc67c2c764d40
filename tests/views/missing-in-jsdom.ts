/** Adds what every browser has and jsdom has not, as far as the views use it: no layout, so nothing scrolls. */
export function missingInJsdom(): void {
  const nothing = () => undefined
  Object.assign(window, { scrollTo: nothing, matchMedia: (media: string) => ({ matches: true, media }) })
  Object.assign(Element.prototype, { scrollIntoView: nothing })
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      if (!this.open) return
      this.open = false
      this.dispatchEvent(new Event('close'))
    },
  })
}
