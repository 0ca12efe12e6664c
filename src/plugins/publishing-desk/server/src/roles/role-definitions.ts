import type { Core, UID } from '@strapi/strapi';
import { OWNED, watchedTypes } from '../watched-types';
import { OWN_AGENCY, OWN_BRANCH } from '../permissions/conditions';

/** A permission for an action on a type, or for an action of a plugin, with or without a condition. */
export type Grant = { action: string; subject: string | null; condition?: string };

/** Identified by its code; the administrator may change the name. */
export type RoleDefinition = { code: string; name: string; description: string; grants: Grant[] };

/** The permission to assign users to agencies. */
export const ASSIGN_AGENCIES = 'plugin::publishing-desk.agencies.assign';

/** The permission to read and export the audit. */
export const READ_AUDIT = 'plugin::publishing-desk.audit.read';

/** The permission to delete for good what is in the trash. */
export const ERASE = 'plugin::publishing-desk.trash.erase';

/** The permission of portal-search to read what readers searched and did not find. */
const READ_NO_RESULTS = 'plugin::portal-search.no-result-searches.read';

/** The permission to send a submitted draft back. */
export const REVIEW = 'plugin::publishing-desk.review';

/** Types that concern the whole portal, and that are not needed to write articles. */
const OF_MANAGERS = new Set(['plugin::newsroom.pin', 'plugin::newsroom.redirect', 'plugin::portal-site.site-settings']);

/** What statisticians keep. */
const REPORTS = new Set(['plugin::public-record.procedure-report', 'plugin::public-record.exchange-report']);

/** Types that concern the whole portal, and that everyone who edits keeps. */
const OF_EDITORS = new Set(['plugin::portal-search.abbreviation']);

const WRITE = ['create', 'read', 'update', 'delete'];

const explorer = (actions: string[], subject: string, condition?: string): Grant[] =>
  actions.map((action) => ({ action: `plugin::content-manager.explorer.${action}`, subject, condition }));

const files = (condition?: string): Grant[] => [
  ...['read', 'assets.update'].map((action) => ({ action: `plugin::upload.${action}`, subject: null, condition })),
  ...['assets.create', 'assets.download', 'assets.copy-link', 'configure-view'].map((action) => ({
    action: `plugin::upload.${action}`,
    subject: null,
  })),
];

/** The roles of a newsroom, over the types that are installed. */
export function roleDefinitions(strapi: Core.Strapi): RoleDefinition[] {
  const types = [...watchedTypes(strapi)];
  const pickers = types.filter((uid) => !OWNED.has(uid) && !OF_MANAGERS.has(uid));
  const writer = (actions: string[], condition: string): Grant[] => [
    ...types.filter((uid) => OWNED.has(uid)).flatMap((uid) => explorer(actions, uid, condition)),
    ...pickers.flatMap((uid) => explorer(['read'], uid)),
    ...files(condition),
  ];
  const reports = types.filter((uid) => REPORTS.has(uid));
  const ofEditors = types
    .filter((uid) => OF_EDITORS.has(uid))
    .flatMap((uid) => explorer(['create', 'update', 'delete'], uid));
  const review = (condition?: string): Grant[] =>
    types.filter((uid) => OWNED.has(uid)).map((subject) => ({ action: REVIEW, subject, condition }));
  return [
    {
      code: 'desk-reporter',
      name: 'Phóng viên',
      description: 'Viết và sửa bản nháp của cơ quan mình.',
      grants: writer(WRITE, OWN_AGENCY),
    },
    {
      code: 'desk-editor',
      name: 'Biên tập viên',
      description: 'Sửa mọi bản nháp của cơ quan mình và các cơ quan trực thuộc; trả lại bài gửi duyệt.',
      grants: [...writer(WRITE, OWN_BRANCH), ...ofEditors, ...review(OWN_BRANCH)],
    },
    {
      code: 'desk-approver',
      name: 'Người duyệt',
      description: 'Duyệt và xuất bản bài của cơ quan mình và các cơ quan trực thuộc.',
      grants: [...writer([...WRITE, 'publish'], OWN_BRANCH), ...ofEditors, ...review(OWN_BRANCH)],
    },
    ...(reports.length > 0 ? [statistician(reports)] : []),
    {
      code: 'desk-manager',
      name: 'Quản trị tòa soạn',
      description: 'Làm mọi việc với nội dung của mọi cơ quan; phân cơ quan cho người dùng; đọc nhật ký.',
      grants: [
        ...types.flatMap((uid) => explorer(isDrafted(strapi, uid) ? [...WRITE, 'publish'] : WRITE, uid)),
        ...files(),
        ...review(),
        { action: 'plugin::content-manager.collection-types.configure-view', subject: null },
        { action: ASSIGN_AGENCIES, subject: null },
        { action: READ_AUDIT, subject: null },
        { action: ERASE, subject: null },
        ...(strapi.plugin('portal-search') ? [{ action: READ_NO_RESULTS, subject: null }] : []),
      ],
    },
  ];
}

const isDrafted = (strapi: Core.Strapi, uid: string): boolean =>
  strapi.contentTypes[uid as UID.ContentType]?.options?.draftAndPublish === true;

const statistician = (reports: string[]): RoleDefinition => ({
  code: 'desk-statistician',
  name: 'Thống kê viên',
  description: 'Nhập và sửa bản nháp số liệu báo cáo của cơ quan mình và các cơ quan trực thuộc.',
  grants: [
    ...reports.flatMap((uid) => explorer(WRITE, uid, OWN_BRANCH)),
    ...explorer(['read'], 'plugin::directory.agency'),
  ],
});
