const body = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nội dung của bài.' }] }],
};

/** Writes as a machine does: a draft, and then its publication. */
module.exports = {
  async bootstrap({ strapi }) {
    const agency = await strapi
      .documents('plugin::directory.agency')
      .create({ data: { name: 'Sở Nội vụ', level: 'department' } });
    const article = await strapi.documents('plugin::newsroom.article').create({
      locale: 'vi',
      data: { title: 'Bài viết đầu tiên', publishedOn: '2021-02-19T10:17:00Z', body, agency: agency.documentId },
    });
    await strapi.documents('plugin::newsroom.article').publish({ documentId: article.documentId, locale: 'vi' });
  },
};
