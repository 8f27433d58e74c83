package import Codes
package import Database
package import Kernel

/// The divisions from the country down, as they are on any day: the shipped list with the recorded changes.
package struct DivisionTree: Sendable {
    /// One division with what changed of it.
    package struct Node: Sendable {
        package let code: Division.Code
        fileprivate(set) var listedName: String?
        fileprivate(set) var addedOn: Day?
        fileprivate(set) var names = Timeline<String>()
        package fileprivate(set) var endedOn: Day?
        package fileprivate(set) var successor: Division.Code?
        fileprivate(set) var halls = Timeline<Bool>()

        package func stands(on day: Day) -> Bool {
            (addedOn.map { $0 <= day } ?? true) && (endedOn.map { day < $0 } ?? true)
        }

        package func name(on day: Day) -> String {
            names.value(on: day) ?? listedName ?? names.entries.first?.value ?? code.text
        }
    }

    private var nodes: [Division.Code: Node] = [:]
    /// Sorted by code; the key of provinces is `nil`.
    private var below: [Division.Code?: [Division.Code]] = [:]

    package init(_ table: DivisionTable, changes: [DivisionFact] = []) {
        for (listed, name) in table.all {
            guard let code = Division.Code(listed) else { continue }
            nodes[code, default: Node(code: code)].listedName = name
        }
        for code in nodes.keys.sorted() { below[nearestAbove(code), default: []].append(code) }
        for fact in changes { take(fact) }
    }

    /// Returns the shipped list as a tree, made when it is first asked for, with the changes recorded in a realm.
    static func national(with changes: [DivisionFact]) throws -> DivisionTree {
        var tree = try shipped.get()
        for fact in changes { tree.take(fact) }
        return tree
    }

    private static let shipped = Result { DivisionTree(try DivisionTable.national()) }

    package var count: Int { nodes.count }

    /// Returns the division on `day`; `nil` when the code stands for nothing that day.
    package func division(_ code: Division.Code, on day: Day) -> Division? {
        guard let node = nodes[code], node.stands(on: day) else { return nil }
        return Division(code: code, name: node.name(on: day))
    }

    package func node(_ code: Division.Code) -> Node? { nodes[code] }

    /// Returns the divisions directly below, by code; those of the country for `nil`.
    package func divisions(below code: Division.Code?, on day: Day) -> [Division] {
        (below[code] ?? []).compactMap { division($0, on: day) }
    }

    /// Returns the way from the province down to the division itself.
    package func path(to code: Division.Code, on day: Day) -> [Division] {
        var path: [Division] = []
        var next: Division.Code? = code
        while let current = next {
            if let division = division(current, on: day) { path.insert(division, at: 0) }
            next = nearestAbove(current)
        }
        return path
    }

    /// Returns the code that stands for the division on `day`, following successors; `nil` when it has none.
    package func current(_ code: Division.Code, on day: Day) -> Division.Code? {
        var next: Division.Code? = code
        var steps = 0
        while let current = next, steps < 50 {
            guard let node = nodes[current] else { return nil }
            if node.stands(on: day) { return current }
            next = node.successor
            steps += 1
        }
        return nil
    }

    /// Returns the division whose Hall serves this one on `day`: its own, or the nearest above; else its province's.
    package func hall(of code: Division.Code, on day: Day) -> Division.Code {
        var next: Division.Code? = code
        var highest = code
        while let current = next {
            if nodes[current]?.halls.value(on: day) == true { return current }
            highest = current
            next = nearestAbove(current)
        }
        return highest
    }

    /// Returns the divisions that run a Hall of their own on `day`, by code.
    package func halls(on day: Day) -> [Division] {
        nodes.values.filter { $0.halls.value(on: day) == true }.map(\.code).sorted()
            .compactMap { division($0, on: day) }
    }

    private mutating func take(_ fact: DivisionFact) {
        if nodes[fact.code] == nil { place(fact.code) }
        var node = nodes[fact.code, default: Node(code: fact.code)]
        switch fact.kind {
        case .added:
            node.addedOn = fact.from
            node.names.set(fact.value, from: fact.from)
        case .renamed: node.names.set(fact.value, from: fact.from)
        case .ended:
            node.endedOn = fact.from
            node.successor = Division.Code(fact.value)
        case .hall: node.halls.set(fact.value == "own", from: fact.from)
        }
        nodes[fact.code] = node
    }

    /// Keeps the divisions below another in order; parents are recorded before what lies in them.
    private mutating func place(_ code: Division.Code) {
        let above = nearestAbove(code)
        let siblings = below[above] ?? []
        below[above, default: []].insert(code, at: siblings.firstIndex { $0 > code } ?? siblings.count)
    }

    /// Levels may be left out: counties of Hainan lie directly below their province.
    private func nearestAbove(_ code: Division.Code) -> Division.Code? {
        var above = code.parent
        while let current = above, nodes[current] == nil { above = current.parent }
        return above
    }
}

/// One recorded change of a division, as a row.
package struct DivisionFact: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case added, renamed, ended, hall
    }

    package let code: Division.Code
    package let kind: Kind
    package let from: Day
    /// A name, a successor's code or nothing, `own` or `shared`.
    package let value: String
}

extension SQLReader {
    /// Returns the divisions of a realm with all changes recorded in it.
    package func divisionTree(in realm: Realm) throws -> DivisionTree {
        let facts = try rows(
            """
            SELECT code, kind, begins_on, fact
              FROM division_fact
             WHERE realm = \(realm)
             ORDER BY code, begins_on, kind
            """
        ).map { row in
            DivisionFact(
                code: try row["code"],
                kind: try row.word("kind"),
                from: try row["begins_on"],
                value: try row["fact"]
            )
        }
        return try DivisionTree.national(with: facts)
    }
}
