const right = (action: string) => [{ action, subject: null }];

/** The permissions for the page, and for inviting on it; the server checks them again. */
export const MAY_ASSIGN = right('plugin::publishing-desk.agencies.assign');
export const MAY_INVITE = right('admin::users.create');
