/** The names of the formats of `--format`; they stand apart so that the command line can offer them unread. */
export const reportFormats = ['pretty', 'json', 'sarif', 'junit', 'github'] as const;

export type ReportFormat = (typeof reportFormats)[number];
