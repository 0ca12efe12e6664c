import renderer from './renderer';
import site from './site';

export default { renderer, site };
