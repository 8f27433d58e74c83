import BlobStore
import EventLog
import Kernel
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
        ] + mandates
    }

    /// A mandate from its request to its end; of the request also what is left after erasure.
    private static var mandates: [any EventPayload] {
        [
            MandateRequested(
                firm: "演示幼儿园",
                code: "91511602MA00000001",
                agent: "1P1",
                isKeeper: true,
                until: "2027-03-02",
                letter: .present(
                    subject: "1P1",
                    Attachment(
                        blob: "B1",
                        key: "00",
                        digest: "00:00",
                        size: 12,
                        name: "授权委托书.pdf",
                        mediaType: "application/pdf"
                    )
                )
            ),
            MandateRequested(
                firm: "演示幼儿园",
                code: "91511602MA00000001",
                agent: "1P1",
                isKeeper: false,
                until: "2027-03-02",
                letter: .erased(subject: "1P1")
            ),
            MandateConfirmed(on: "2026-03-02"),
            MandateRefused(reason: "委托书没有单位印章"),
            MandateWithdrawn(on: "2026-04-01", reason: "单位取消委托"),
        ]
    }
}
