/** A box on top that says why the card is shown, or what became of the press. */
export type NoticeBox = { style: 'warning' | 'good'; text: string };

export const warning = (text: string): NoticeBox => ({ style: 'warning', text });
export const good = (text: string): NoticeBox => ({ style: 'good', text });
