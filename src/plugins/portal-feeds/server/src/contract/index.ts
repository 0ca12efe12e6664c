export { article, block, oneArticle, type Article, type Block, type OneArticle } from './article';
export { card, type Card } from './card';
export { image, type Image } from './image';
export { articleCards, latestNews, type ArticleCards, type LatestNews } from './lists';
