/// Many texts in their comparable form, one behind the other in UTF-16, with 0 between the runs of a text.
struct TextColumn: Sendable {
    private var units: [UInt16] = []
    private var ends: [UInt32] = []
    /// How each text begins, close together: most texts do not begin as a query does.
    private var fronts: [UInt32] = []

    mutating func append(_ text: SearchText) {
        let own = TextColumn.units(of: text.runs)
        units += own
        fronts.append(TextColumn.front(of: own[...]))
        ends.append(UInt32(units.count))
    }

    static func units(of runs: [SearchText.Run]) -> [UInt16] {
        var units: [UInt16] = []
        for (index, run) in runs.enumerated() {
            if index > 0 { units.append(0) }
            for scalar in run.scalars { units += UTF16.encode(scalar).map(Array.init) ?? [] }
        }
        return units
    }

    /// Whether the text has the units somewhere; `inFront` only where a run begins.
    func holds(_ number: Int32, _ sought: [UInt16], inFront: Bool = false) -> Bool {
        guard let first = sought.first else { return true }
        let (start, end) = range(number)
        return units.withUnsafeBufferPointer { units in
            sought.withUnsafeBufferPointer { sought in
                var place = start
                while place + sought.count <= end {
                    if units[place] == first, !inFront || place == start || units[place - 1] == 0 {
                        var length = 1
                        while length < sought.count, units[place + length] == sought[length] { length += 1 }
                        if length == sought.count { return true }
                    }
                    place += 1
                }
                return false
            }
        }
    }

    /// The first two units; one that is missing is 0.
    static func front(of units: ArraySlice<UInt16>) -> UInt32 {
        UInt32(units.first ?? 0) << 16 | UInt32(units.dropFirst().first ?? 0)
    }

    /// Whether the text may begin with what has this front; `false` is certain.
    func mayBegin(_ number: Int32, with front: UInt32) -> Bool {
        let own = fronts[Int(number)]
        return own == front || (front & 0xFFFF == 0 && own >> 16 == front >> 16)
    }

    func begins(_ number: Int32, with sought: [UInt16]) -> Bool {
        let (start, end) = range(number)
        return end - start >= sought.count && units[start..<start + sought.count].elementsEqual(sought)
    }

    func equals(_ number: Int32, _ sought: [UInt16]) -> Bool {
        let (start, end) = range(number)
        return end - start == sought.count && units[start..<end].elementsEqual(sought)
    }

    /// Whether some stretch of one run answers each of the tests in turn.
    func holds(_ number: Int32, length: Int, where test: (_ unit: UInt16, _ place: Int) -> Bool) -> Bool {
        let (start, end) = range(number)
        guard end - start >= length else { return false }
        return (start...(end - length)).contains { begin in
            (0..<length).allSatisfy { units[begin + $0] != 0 && test(units[begin + $0], $0) }
        }
    }

    private func range(_ number: Int32) -> (Int, Int) {
        (number == 0 ? 0 : Int(ends[Int(number) - 1]), Int(ends[Int(number)]))
    }

    var byteCount: Int { units.capacity * 2 + (ends.capacity + fronts.capacity) * 4 }
}
