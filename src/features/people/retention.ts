/** How long the municipality keeps what is stored about people. Whole days, and whole calendar months. */
export type Retention = {
  /** After the last day of employment. Then all that is stored about the person goes. */
  afterLeavingDays: number;
  /** Reminders and cards, after they were sent or given up. */
  messageDays: number;
  /** Who was at a meeting. That a module was done there is kept with the person. */
  meetingDays: number;
  /** What somebody did that concerns another person. */
  auditMonths: number;
  /** That somebody whom we do not know has asked to be added. It goes sooner when they are. */
  requestDays: number;
};
