const right = (action: string) => [{ action, subject: null }];

/** The permissions for the desk's pages of the settings, and for inviting there; the server checks them again. */
export const MAY_ASSIGN = right('plugin::publishing-desk.agencies.assign');
export const MAY_INVITE = right('admin::users.create');
/** For the trash, which shows each person what they could read: any of these. */
export const MAY_READ_CONTENT = ['plugin::newsroom.article', 'plugin::directory.agency'].map((subject) => ({
  action: 'plugin::content-manager.explorer.read',
  subject,
}));
export const MAY_READ_AUDIT = right('plugin::publishing-desk.audit.read');
