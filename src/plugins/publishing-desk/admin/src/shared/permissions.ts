const right = (action: string) => [{ action, subject: null }];

/** The permissions for the desk's pages of the settings, and for inviting there; the server checks them again. */
export const MAY_ASSIGN = right('plugin::publishing-desk.agencies.assign');
export const MAY_INVITE = right('admin::users.create');
export const MAY_READ_AUDIT = right('plugin::publishing-desk.audit.read');
