import Access
import Directory

/// Who works in the demonstration: posts, sign-in names and what the accounts may do.
struct StaffPlan: Sendable {
    /// One officer to be registered, appointed, certified and given an account.
    struct Seat: Sendable {
        let agency: String
        let responsibility: Responsibility
        let signInName: SignInName
        let roles: [RoleGrant]
        let post: String
    }

    /// One of the three administrators, who hold no post.
    struct Administrator: Sendable {
        let signInName: SignInName
        let role: Role
    }

    /// The agency in which catalog, legal review and supervision have their posts.
    static let government = "区政府办"

    static let seats: [Seat] =
        counter("区行政审批局", "sp") + counter("区住建局", "zj") + counter("区林业局", "ly") + counter("区公安分局", "ga")
        + [
            Seat(
                agency: government,
                responsibility: .handle,
                signInName: "mulu",
                roles: [RoleGrant(.catalogKeeper, .division), RoleGrant(.directoryKeeper, .division)],
                post: "职权目录岗"
            ),
            Seat(
                agency: government,
                responsibility: .legalReview,
                signInName: "fazhi",
                roles: [
                    RoleGrant(.catalogConfirmer, .division), RoleGrant(.legalReviewer, .division),
                    RoleGrant(.legalOffice, .division),
                ],
                post: "法制审核岗"
            ),
            Seat(
                agency: government,
                responsibility: .approve,
                signInName: "gongbu",
                roles: [RoleGrant(.catalogPublisher, .division)],
                post: "目录公布岗"
            ),
            Seat(
                agency: government,
                responsibility: .supervision,
                signInName: "jiancha",
                roles: [RoleGrant(.supervisor, .division)],
                post: "电子监察岗"
            ),
            Seat(
                agency: "区行政审批局",
                responsibility: .handle,
                signInName: "sp-gongkai",
                roles: [RoleGrant(.disclosureOffice, .agency)],
                post: "政务公开岗"
            ),
            Seat(
                agency: "区住建局",
                responsibility: .legalReview,
                signInName: "zj-fazhi",
                roles: [RoleGrant(.legalReviewer, .agency)],
                post: "法制审核岗"
            ),
            Seat(
                agency: "区住建局",
                responsibility: .hearingChair,
                signInName: "zj-zhuchi",
                roles: [RoleGrant(.caseOfficer, .agency)],
                post: "听证主持岗"
            ),
            Seat(
                agency: government,
                responsibility: .review,
                signInName: "bianban",
                roles: [RoleGrant(.establishmentOffice, .division)],
                post: "机构编制岗"
            ),
            Seat(
                agency: government,
                responsibility: .supervision,
                signInName: "jiancha2",
                roles: [RoleGrant(.supervisor, .division)],
                post: "电子监察岗"
            ),
            Seat(
                agency: "区行政审批局",
                responsibility: .supervision,
                signInName: "sp-jiancha",
                roles: [RoleGrant(.internalSupervisor, .agency)],
                post: "内部监督岗"
            ),
            // An agency that has a power and, in most months, no case.
            Seat(
                agency: "区统计局",
                responsibility: .handle,
                signInName: "tj-chengban",
                roles: [RoleGrant(.caseOfficer, .agency)],
                post: "承办岗"
            ),
        ]

    static let administrators = [
        Administrator(signInName: "xitong", role: .systemAdministrator),
        Administrator(signInName: "anquan", role: .securityAdministrator),
        Administrator(signInName: "shenji", role: .auditAdministrator),
    ]

    /// The people of one agency who handle licenses: window, two who examine, review, approval.
    private static func counter(_ agency: String, _ prefix: String) -> [Seat] {
        func seat(_ responsibility: Responsibility, _ name: String, _ role: Role, _ post: String) -> Seat? {
            SignInName("\(prefix)-\(name)").map { signInName in
                Seat(
                    agency: agency,
                    responsibility: responsibility,
                    signInName: signInName,
                    roles: [RoleGrant(role, .agency)],
                    post: post
                )
            }
        }
        return [
            seat(.reception, "chuangkou", .windowClerk, "受理窗口"),
            seat(.handle, "chengban1", .caseOfficer, "承办岗"),
            seat(.handle, "chengban2", .caseOfficer, "承办岗"),
            seat(.review, "shenhe", .reviewer, "审核岗"),
            seat(.approve, "pizhun", .approver, "批准岗"),
        ].compactMap(\.self)
    }
}
