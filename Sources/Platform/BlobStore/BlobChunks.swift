import Kernel

/// The content of a blob, part by part, read on the store's threads as it is asked for.
package struct BlobChunks: AsyncSequence, Sendable {
    package typealias Element = [UInt8]

    let reader: BlobReader
    let threads: WorkerThreads

    package struct AsyncIterator: AsyncIteratorProtocol {
        let reader: BlobReader
        let threads: WorkerThreads

        package func next() async throws(BlobError) -> [UInt8]? {
            try await threads.run { [reader] () throws(BlobError) in try reader.next() }
        }
    }

    /// May be called once: the parts are read only once.
    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(reader: reader, threads: threads)
    }
}
