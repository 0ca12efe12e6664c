import articles from './articles';
import latestNews from './latest-news';

export default { articles, 'latest-news': latestNews };
