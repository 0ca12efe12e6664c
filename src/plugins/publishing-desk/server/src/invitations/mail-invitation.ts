import type { Core } from '@strapi/strapi';

/** Sends an invitation by Strapi's e-mail provider. False, with a line in the log, where the provider refuses it. */
export async function mailInvitation(
  strapi: Core.Strapi,
  { name, email, link }: { name: string; email: string; link: string },
): Promise<boolean> {
  const text = `Kính gửi ${name},

Bạn được mời vào tòa soạn của Cổng thông tin điện tử. Hãy mở liên kết sau để đặt mật khẩu:

${link}

Liên kết này chỉ dành cho bạn: xin đừng chuyển cho người khác.
`;
  try {
    await strapi.plugin('email').service('email').send({ to: email, subject: 'Lời mời vào tòa soạn', text });
    return true;
  } catch (error) {
    strapi.log.error(`publishing-desk: chưa gửi được lời mời tới ${email}: ${String(error)}`);
    return false;
  }
}
