// koa-static alone: the files below STATIC_FOLDER.
import Koa from 'koa';
import serveStatic from 'koa-static';

const app = new Koa().use(serveStatic(process.env.STATIC_FOLDER));
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('đang phục vụ'));
