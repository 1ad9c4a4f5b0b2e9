const { CardElement, GlobalRegistry, NumProperty, StringProperty, Versions } = AdaptiveCards;

/** Teams' own progress bar, which the official renderer lacks. The library wants its elements as classes. */
class ProgressBar extends CardElement {
  static readonly value = new NumProperty(Versions.v1_5, 'value', 0);
  static readonly max = new NumProperty(Versions.v1_5, 'max', 100);
  static readonly color = new StringProperty(Versions.v1_5, 'color', true, undefined, 'Accent');

  override getJsonTypeName(): string {
    return 'ProgressBar';
  }

  protected override internalRender(): HTMLElement {
    const bar = document.createElement('div');
    bar.className = `progress-bar ${String(this.getValue(ProgressBar.color)).toLowerCase()}`;
    // The words beside it say the same: read aloud, they are enough.
    bar.setAttribute('aria-hidden', 'true');
    const filled = document.createElement('span');
    filled.style.width = `${(100 * Number(this.getValue(ProgressBar.value))) / Number(this.getValue(ProgressBar.max))}%`;
    bar.append(filled);
    return bar;
  }
}

/** Makes the renderer know what Teams knows beyond it. */
export function registerProgressBar(): void {
  GlobalRegistry.elements.register('ProgressBar', ProgressBar, Versions.v1_5);
}
