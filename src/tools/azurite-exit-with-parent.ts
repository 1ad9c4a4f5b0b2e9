/**
 * Loaded into Azurite before it starts: when the process that started it dies, it shuts down as if asked to, and so writes its
 * files. Without this it would live on, unseen, and keep its ports.
 */
let listensForShutdown = false;
process.on('newListener', (event) => {
  if (event === 'message') listensForShutdown = true;
});
process.on('disconnect', () => {
  if (!listensForShutdown) process.exit();
  process.emit('message', 'shutdown', undefined);
});
// The open channel must not keep Azurite alive once its servers are closed.
process.channel?.unref();
// Its last words go to pipes that nobody holds any more; that must not stop the writing.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
