import Codes
package import EventLog
package import Kernel

/// Adds a division that the shipped list does not have: a new code, or a township.
package struct AddDivision: Command {
    package static let name = "AddDivision"
    package let code: Division.Code
    package let divisionName: String
    package let from: Day
    package let basis: String

    package init(_ code: Division.Code, named name: String, from: Day, basis: String) {
        self.code = code
        divisionName = name
        self.from = from
        self.basis = basis
    }

    package func run(in session: CommandSession) throws -> String {
        guard try !session.isKnown(code) else { throw DirectoryError.divisionListed(code) }
        if let above = code.parent { try session.requireStanding(above, on: from) }
        let added = DivisionAdded(
            name: Open(try DirectoryText.checked(divisionName, "name")),
            from: Open(from),
            basis: Open(try DirectoryText.checked(basis, "basis"))
        )
        try session.append(.added(added), to: DivisionEntry.self, code.digits)
        return code.text
    }
}

/// Gives a division another name from a day on.
package struct RenameDivision: Command {
    package static let name = "RenameDivision"
    package let code: Division.Code
    package let divisionName: String
    package let from: Day
    package let basis: String

    package init(_ code: Division.Code, to name: String, from: Day, basis: String) {
        self.code = code
        divisionName = name
        self.from = from
        self.basis = basis
    }

    package func run(in session: CommandSession) throws -> String {
        try session.requireStanding(code, on: from)
        let renamed = DivisionRenamed(
            name: Open(try DirectoryText.checked(divisionName, "name")),
            from: Open(from),
            basis: Open(try DirectoryText.checked(basis, "basis"))
        )
        try session.append(.renamed(renamed), to: DivisionEntry.self, code.digits)
        return code.text
    }
}

/// Ends a code, with the code that takes its place.
///
/// - Source: 行政区划管理条例 art. 17.
package struct EndDivision: Command {
    package static let name = "EndDivision"
    package let code: Division.Code
    package let from: Day
    package let successor: Division.Code?
    package let basis: String

    package init(_ code: Division.Code, from: Day, successor: Division.Code?, basis: String) {
        self.code = code
        self.from = from
        self.successor = successor
        self.basis = basis
    }

    package func run(in session: CommandSession) throws -> String {
        try session.requireStanding(code, on: from)
        if let successor {
            guard try session.isKnown(successor) else { throw DirectoryError.unknownDivision(successor) }
            var next: Division.Code? = successor
            while let current = next {
                guard current != code else { throw DirectoryError.successorCircle(code) }
                next = try session.load(DivisionEntry.self, current.digits).state.successor
            }
        }
        let ended = DivisionEnded(
            from: Open(from),
            successor: Open(successor),
            basis: Open(try DirectoryText.checked(basis, "basis"))
        )
        try session.append(.ended(ended), to: DivisionEntry.self, code.digits)
        return code.text
    }
}

/// Lets a division run a Hall of its own, or share that of the division above.
package struct SetDivisionHall: Command {
    package static let name = "SetDivisionHall"
    package let code: Division.Code
    package let runsHall: Bool
    package let from: Day

    package init(_ code: Division.Code, runsHall: Bool, from: Day) {
        self.code = code
        self.runsHall = runsHall
        self.from = from
    }

    package func run(in session: CommandSession) throws -> String {
        try session.requireStanding(code, on: from)
        let set = DivisionHallSet(runsHall: Open(runsHall), from: Open(from))
        try session.append(.hallSet(set), to: DivisionEntry.self, code.digits)
        return code.text
    }
}

extension CommandSession {
    /// Tells whether the code is listed or was added, on whatever day.
    fileprivate func isKnown(_ code: Division.Code) throws -> Bool {
        try DivisionTable.national().contains(code)
            || load(DivisionEntry.self, code.digits).state.addedOn != nil
    }

    fileprivate func requireStanding(_ code: Division.Code, on day: Day) throws {
        guard try isKnown(code) else { throw DirectoryError.unknownDivision(code) }
        let entry = try load(DivisionEntry.self, code.digits).state
        if let ended = entry.endedOn, ended <= day { throw DirectoryError.divisionEnded(code, on: ended) }
        if let added = entry.addedOn, day < added { throw DirectoryError.gone(on: day) }
    }
}
