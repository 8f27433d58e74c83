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

    /// Returns the versions of many streams with one question; a stream that does not exist is left out.
    package func versions(of streams: [StreamID]) throws -> [StreamID: Int] {
        let rows = try reader.rows(
            """
            SELECT stream, MAX(version) AS version
              FROM event
             WHERE realm = \(realm)
               AND stream IN (\(list: streams.map(\.text)))
             GROUP BY stream
            """
        )
        let pairs: [(StreamID, Int)] = try rows.compactMap { row in
            guard let stream = StreamID(try row["stream"] as String) else { return nil }
            return (stream, try row["version"])
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
