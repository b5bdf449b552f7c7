/**
 * A stream with some chunks in front of it that were taken out before. Ending it ends the stream, even
 * when nothing of it was read: a generator around it would not.
 */
export function resumed<Chunk>(
  chunks: readonly Chunk[],
  rest: AsyncIterator<Chunk>,
): AsyncGenerator<Chunk> {
  const queue = [...chunks];
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    queue.length = 0;
    await rest.return?.();
    return { done: true, value: undefined };
  };
  // Not every library of types has the method of disposal: as a literal it would be one too many there.
  const stream = {
    next: async (): Promise<IteratorResult<Chunk>> => {
      const chunk = queue.shift();
      return chunk === undefined ? rest.next() : { done: false, value: chunk };
    },
    return: end,
    throw: async (error: unknown): Promise<IteratorResult<Chunk>> => {
      await end();
      throw error;
    },
    async [Symbol.asyncDispose]() {
      await end();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return stream;
}
