/** Somebody who held a post, until a day. */
module.exports = {
  async bootstrap({ strapi }) {
    const create = async (type, data) =>
      (await strapi.documents(`plugin::directory.${type}`).create({ data })).documentId;
    const agency = await create('agency', { name: 'Sở Nội vụ', level: 'department' });
    const position = await create('position', { title: 'Giám đốc', agency, rank: 1 });
    const official = await create('official', { name: 'Nguyễn Văn A' });
    await create('appointment', { position, official, from: '2019-01-01', to: '2021-02-19' });
  },
};
