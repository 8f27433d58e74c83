@testable import Directory
import EventLog
import Kernel

extension EventExamples {
    /// One of each fact about agencies, posts and officers; two where fields may be absent.
    static func directory() -> [any EventPayload] {
        let division: Division.Code = "511602000000"
        let number: Certificate.Number = "23160000000001"
        var profile = Agency.Profile(
            code: "11511301008778183N",
            name: "演示区教育局",
            shortName: "演示教",
            division: division
        )
        let bare = profile
        profile.phone = "0826-0000000"
        profile.address = "演示路1号"
        profile.complaintLine = "12345"
        let terms = Certificate.Terms(
            number: number,
            scope: [.license, .penalty],
            area: division,
            issuer: "演示省人民政府",
            validFrom: day,
            validTo: "2028-12-31"
        )
        return [
            AgencyRegistered(profile: Open(profile), from: Open(day)),
            AgencyRegistered(profile: Open(bare), from: Open(day)),
            AgencyProfileChanged(profile: Open(profile), from: Open(day), reason: "机构改革"),
            OfficeOpened(office: Open("1F1"), name: Open("行政审批股"), from: Open(day)),
            AgencyClosed(from: Open(day), reason: "职责划转"),
            PostCreated(
                agency: Open("1A1"),
                office: Open("1F1"),
                name: Open("窗口受理岗"),
                responsibility: Open(.reception),
                from: Open(day)
            ),
            PostCreated(
                agency: Open("1A1"),
                office: Open(nil),
                name: Open("批准岗"),
                responsibility: Open(.approve),
                from: Open(day)
            ),
            OfficerAppointed(officer: Open("1O1"), from: Open(day)),
            OfficerRelieved(officer: Open("1O1"), from: Open(day), reason: "轮岗"),
            PostAbolished(from: Open(day), reason: "撤并岗位"),
            OfficerRegistered(name: Open("演示承办甲"), agency: Open("1A1"), from: Open(day)),
            OfficerLeft(from: Open(day), reason: "调离"),
            CertificateIssued(certificate: Open(terms)),
            CertificateSuspended(number: Open(number), from: Open(day), reason: "接受调查"),
            CertificateRestored(number: Open(number), from: Open(day), reason: "调查终结"),
            CertificateRevoked(number: Open(number), from: Open(day), reason: "调离执法岗位"),
        ]
    }
}
