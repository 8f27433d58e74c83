package import EventLog
import Kernel

/// Records that an officer stands in a relation to a party; in that party's matters it counts as a request to recuse.
package struct DeclareRelation: Command {
    package static let name = "DeclareRelation"
    package let officer: Officer.ID
    package let party: String
    package let ground: RecusalGround

    package init(of officer: Officer.ID, to party: String, ground: RecusalGround) {
        self.officer = officer
        self.party = party
        self.ground = ground
    }

    package func run(in session: CommandSession) throws -> Int {
        _ = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        let party = try DirectoryText.checked(party, "party", greatest: 60)
        let declared = OfficerRelationDeclared(party: party, ground: ground)
        try session.append(.relationDeclared(declared), to: OfficerEntry.self, officer.text)
        return 1
    }
}
