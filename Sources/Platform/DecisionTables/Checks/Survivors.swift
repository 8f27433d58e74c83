/// Which sets of rules can hold together, each with an example: the proof under every check of a table.
///
/// Goes through the columns and keeps the rules that still hold; two ways to the same rules at the same column
/// are one, so that rules decide how long it takes and not combinations.
package struct Survivors: Sendable {
    /// Rules that hold together, ascending, and for each column the cell where they do.
    package struct Meeting: Hashable, Sendable {
        package let rules: [Int]
        package let cells: [Int]
    }

    /// Further examples of inputs for which no rule holds tell nothing new.
    package static let mostGaps = 5

    package private(set) var meetings: [Meeting] = []
    private var gaps = 0
    private var visited: [Set<[Int]>]
    private let columns: [[[Int]]]
    private let limit: Int

    /// Gives `nil` when the proof was given up.
    ///
    /// - Parameters:
    ///   - columns: for each column its cells, for each cell the rules that hold there, ascending.
    ///   - rules: how many there are.
    ///   - limit: after how many states the proof is given up.
    package init?(columns: [[[Int]]], rules: Int, limit: Int = 200_000) {
        self.columns = columns
        self.limit = limit
        visited = Array(repeating: [], count: columns.count + 1)
        var states = 0
        guard visit(Array(0..<rules), [], &states) else { return nil }
    }

    private mutating func visit(_ rules: [Int], _ path: [Int], _ states: inout Int) -> Bool {
        states += 1
        if states > limit { return false }
        if rules.isEmpty {
            if gaps < Self.mostGaps {
                gaps += 1
                meetings.append(
                    Meeting(rules: [], cells: path + Array(repeating: 0, count: columns.count - path.count))
                )
            }
            return true
        }
        guard visited[path.count].insert(rules).inserted else { return true }
        guard path.count < columns.count else {
            meetings.append(Meeting(rules: rules, cells: path))
            return true
        }
        for (number, cell) in columns[path.count].enumerated() {
            guard visit(Self.common(rules, cell), path + [number], &states) else { return false }
        }
        return true
    }

    private static func common(_ left: [Int], _ right: [Int]) -> [Int] {
        var common: [Int] = []
        var place = 0
        for rule in left {
            while place < right.count, right[place] < rule { place += 1 }
            if place < right.count, right[place] == rule { common.append(rule) }
        }
        return common
    }
}
