import renderer from './renderer';

export default { renderer };
