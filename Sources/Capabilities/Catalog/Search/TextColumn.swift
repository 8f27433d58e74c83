/// Many texts in their comparable form, one behind the other in UTF-16, with 0 behind every run of a text.
struct TextColumn: Sendable {
    private var units: [UInt16] = []
    /// Where each text begins, and where the next would.
    private var starts: [UInt32] = [0]
    /// How each text begins, close together: most texts do not begin as a query does.
    private var fronts: [UInt32] = []
    /// The fronts that occur, and those of one unit.
    private var knownFronts: Set<UInt32> = []

    mutating func append(_ own: [UInt16]) {
        units += own
        units.append(0)
        let front = TextColumn.front(of: own)
        fronts.append(front)
        knownFronts.insert(front)
        knownFronts.insert(front & 0xFFFF_0000)
        starts.append(UInt32(units.count))
    }

    /// The runs with 0 between them.
    static func units(of runs: [SearchText.Run]) -> [UInt16] {
        var units: [UInt16] = []
        units.reserveCapacity(runs.reduce(runs.count) { $0 + $1.scalars.count })
        for (index, run) in runs.enumerated() {
            if index > 0 { units.append(0) }
            for scalar in run.scalars { units += scalar.utf16 }
        }
        return units
    }

    /// Whether the text has the units somewhere; `inFront` only where a run begins.
    func holds(_ number: Int32, _ sought: [UInt16], inFront: Bool = false) -> Bool {
        let own = text(number)
        guard let first = sought.first, own.count >= sought.count else { return sought.isEmpty }
        return (own.startIndex...(own.endIndex - sought.count)).contains { place in
            units[place] == first && (!inFront || place == own.startIndex || units[place - 1] == 0)
                && units[place..<(place + sought.count)].elementsEqual(sought)
        }
    }

    /// The first two units; one that is missing is 0.
    static func front(of units: [UInt16]) -> UInt32 {
        UInt32(units.first ?? 0) << 16 | UInt32(units.dropFirst().first ?? 0)
    }

    /// Whether any text may begin with what has this front; `false` is certain.
    func mayAnyBegin(with front: UInt32) -> Bool { knownFronts.contains(front) }

    /// Whether the text may begin with what has this front; `false` is certain.
    func mayBegin(_ number: Int32, with front: UInt32) -> Bool {
        let own = fronts[Int(number)]
        return own == front || (front & 0xFFFF == 0 && own >> 16 == front >> 16)
    }

    func begins(_ number: Int32, with sought: [UInt16]) -> Bool {
        has(sought, at: 0, of: number) && length(number) >= sought.count
    }

    func equals(_ number: Int32, _ sought: [UInt16]) -> Bool {
        length(number) == sought.count && has(sought, at: 0, of: number)
    }

    /// Whether the units stand at a place of the text, or somewhere if the place is too far to be known.
    func has(_ sought: [UInt16], at place: Int, of number: Int32) -> Bool {
        guard place < PlaceList.near else { return holds(number, sought) }
        let start = Int(starts[Int(number)]) + place
        guard place >= 0 else { return false }
        // No text goes on behind its last 0, which stands in no query.
        return units.withUnsafeBufferPointer { units in
            guard start + sought.count <= units.count else { return false }
            for index in sought.indices where units[start + index] != sought[index] { return false }
            return true
        }
    }

    private func length(_ number: Int32) -> Int { Int(starts[Int(number) + 1] - starts[Int(number)]) - 1 }

    /// Whether some stretch of one run answers each of the tests in turn.
    func holds(_ number: Int32, length: Int, where test: (_ unit: UInt16, _ place: Int) -> Bool) -> Bool {
        let own = text(number)
        guard own.count >= length else { return false }
        return (own.startIndex...(own.endIndex - length)).contains { begin in
            (0..<length).allSatisfy { units[begin + $0] != 0 && test(units[begin + $0], $0) }
        }
    }

    private func text(_ number: Int32) -> ArraySlice<UInt16> {
        units[Int(starts[Int(number)])..<Int(starts[Int(number) + 1] - 1)]
    }

    var byteCount: Int {
        units.capacity * 2 + (starts.capacity + fronts.capacity) * 4 + knownFronts.capacity * 5
    }
}
