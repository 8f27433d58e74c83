import Database
package import Kernel

extension EventReading {
    /// Returns how many events of the streams of `category` were recorded at `moment` or later.
    ///
    /// Finds the first position by halving, since what is recorded later stands later, and reads only from there on.
    package func eventCount(of category: String, since moment: Instant) throws -> Int {
        let first = try firstPosition(since: moment)
        return try reader.value(
            """
            SELECT count(*)
              FROM event
             WHERE realm = \(realm)
               AND position >= \(first)
               AND stream >= \(category + "/")
               AND stream < \(category + "0")
            """
        ) ?? 0
    }

    private func firstPosition(since moment: Instant) throws -> Int64 {
        var low: Int64 = 0
        var high = try nextPosition()
        while low < high {
            let middle = low + (high - low) / 2
            let recorded: Instant? = try reader.value(
                "SELECT recorded_at FROM event WHERE realm = \(realm) AND position = \(middle)"
            )
            if let recorded, recorded >= moment { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
