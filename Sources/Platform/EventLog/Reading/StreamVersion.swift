import Database

extension EventReading {
    /// Returns the stream's version without reading its events; 0 is a stream that does not exist.
    package func version(of stream: StreamID) throws -> Int {
        try reader.value(
            """
            SELECT version
              FROM event
             WHERE realm = \(realm)
               AND stream = \(stream.text)
             ORDER BY version DESC
             LIMIT 1
            """
        ) ?? 0
    }
}
