import EventLog
@testable import Parties

extension EventExamples {
    /// Each kind of party; of the person also what is left after erasure.
    static func parties() -> [any EventPayload] {
        [
            PersonRegistered(
                person: .present(
                    subject: "1P1",
                    NaturalPerson(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000")
                )
            ),
            PersonRegistered(person: .erased(subject: "1P1")),
            OrganizationRegistered(
                name: "演示幼儿园",
                code: "91511602MA00000001",
                representative: .present(subject: "1P2-R", LegalRepresentative(name: "李四", mobile: "13900000000"))
            ),
            OrganizationRegistered(
                name: "演示幼儿园",
                code: "91511602MA00000001",
                representative: .present(subject: "1P2-R", LegalRepresentative(name: "李四", mobile: nil))
            ),
            OrganizationRegistered(name: "演示幼儿园", code: "91511602MA00000001", representative: nil),
        ]
    }
}
