export const ARTICLE = 'plugin::newsroom.article';
