/** How a count adds up over time: what came in, what there was at the beginning, or what was left at the end. */
type OverTime = 'flow' | 'first' | 'last';

export type CountDefinition = {
  /** Its name in rows and answers; its column is the same in snake case. */
  name: string;
  overTime: OverTime;
  /** Whether an office may leave it out. */
  isOptional?: true;
  /** As the form and its messages call it. */
  label: string;
  english: string;
};

/**
 * The counts of a row, by the kind of report, in the order of the paper form: for procedures that of form II.06a of Circular
 * 01/2020/TT-VPCP, with what was returned or withdrawn apart.
 */
export const COUNTS = {
  'procedure-progress': [
    { name: 'received', overTime: 'flow', label: 'Tiếp nhận trong kỳ', english: 'Received in the period' },
    {
      name: 'receivedOnline',
      overTime: 'flow',
      isOptional: true,
      label: 'Tiếp nhận trực tuyến',
      english: 'Received online',
    },
    {
      name: 'receivedInPerson',
      overTime: 'flow',
      isOptional: true,
      label: 'Tiếp nhận trực tiếp, bưu chính',
      english: 'Received in person, by post',
    },
    { name: 'carriedOver', overTime: 'first', label: 'Kỳ trước chuyển sang', english: 'Carried over' },
    { name: 'resolvedEarly', overTime: 'flow', label: 'Giải quyết trước hạn', english: 'Resolved early' },
    { name: 'resolvedOnTime', overTime: 'flow', label: 'Giải quyết đúng hạn', english: 'Resolved on time' },
    { name: 'resolvedLate', overTime: 'flow', label: 'Giải quyết quá hạn', english: 'Resolved late' },
    { name: 'pendingInTime', overTime: 'last', label: 'Đang giải quyết trong hạn', english: 'Pending in time' },
    { name: 'pendingOverdue', overTime: 'last', label: 'Đang giải quyết quá hạn', english: 'Pending overdue' },
    { name: 'returned', overTime: 'flow', label: 'Trả lại, rút hồ sơ', english: 'Returned' },
  ],
  'document-exchange': [
    { name: 'sent', overTime: 'flow', label: 'Văn bản gửi', english: 'Documents sent' },
    { name: 'received', overTime: 'flow', label: 'Văn bản nhận', english: 'Documents received' },
    { name: 'digitallySigned', overTime: 'flow', label: 'Văn bản ký số', english: 'Digitally signed' },
    { name: 'onTime', overTime: 'flow', label: 'Văn bản xử lý đúng hạn', english: 'Processed on time' },
  ],
} as const satisfies Record<string, readonly CountDefinition[]>;

export type ReportKind = keyof typeof COUNTS;
export const REPORT_KINDS = Object.keys(COUNTS) as ReportKind[];

/** The names of the counts of a kind. */
export type CountName<Kind extends ReportKind> = (typeof COUNTS)[Kind][number]['name'];

type OptionalName<Kind extends ReportKind> = Extract<(typeof COUNTS)[Kind][number], { isOptional: true }>['name'];

/** The counts of a row: whole numbers; null where an office may leave one out and does. */
export type Counts<Kind extends ReportKind> = {
  [Name in CountName<Kind>]: Name extends OptionalName<Kind> ? number | null : number;
};

/** A row of a report: of a field (lĩnh vực), or of all that the office did where `field` is null. */
export type ReportRow<Kind extends ReportKind = ReportKind> = { field: string | null } & Counts<Kind>;

/** The definitions of a kind, without their literal types. */
export const countsOf = (kind: ReportKind): readonly CountDefinition[] => COUNTS[kind];
