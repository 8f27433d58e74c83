import Directory
import EventLog
import Kernel
import Testing

@Suite("No act without authority")
struct AuthorityTests {
    static let terms = Certificate.Terms(
        number: "15110010001",
        scope: [.license, .inspection],
        area: "511602",
        issuer: "四川省人民政府",
        validFrom: "2026-01-01",
        validTo: "2026-12-31"
    )

    /// Officer O1 of agency A1, in post W1 from March to the end of September.
    struct Standing {
        var agency = Agency(
            id: "A1",
            profile: Agency.Profile(
                code: "11511602MB1234567X",
                name: "广安市广安区教育局",
                shortName: "区教育局",
                division: "511602"
            ),
            offices: [],
            registeredOn: "2020-01-01"
        )
        var post = Post(
            id: "W1",
            agency: "A1",
            office: nil,
            name: "教师资格认定承办岗",
            responsibility: .handle,
            createdOn: "2021-01-01",
            terms: [Post.Term(officer: "O1", from: "2026-03-01", relievedOn: "2026-10-01")]
        )
        var officer = Officer(
            id: "O1",
            name: "李明",
            agency: Timeline("A1", from: "2025-01-01"),
            certificates: [Certificate(AuthorityTests.terms)],
            exams: [
                Exam(session: "S1", subject: .publicLaw, heldOn: "2025-06-01", score: 80),
                Exam(session: "S2", subject: .professionalLaw, heldOn: "2025-06-01", score: 80),
            ]
        )

        func refusal(
            for category: EnforcementCategory = .license,
            in place: Division.Code = "511602",
            on day: Day = "2026-05-20"
        ) -> AuthorityRefusal? {
            do throws(AuthorityRefusal) {
                _ = try Authority.establish(of: officer, at: post, of: agency, for: category, in: place, on: day)
                return nil
            } catch {
                return error
            }
        }
    }

    @Test("who holds post and certificate may act, and the envelope says by which certificate")
    func established() throws {
        let standing = Standing()
        let authority = try Authority.establish(
            of: standing.officer,
            at: standing.post,
            of: standing.agency,
            for: .license,
            in: "511602",
            on: "2026-05-20"
        )
        #expect(authority.responsibility == .handle)
        let actor = authority.actor(session: "s")
        #expect(actor.certificate == "15110010001@1")
        #expect(actor.post == "W1" && actor.agency == "A1" && actor.id == "O1")
    }

    @Test(
        "the first and last days of post and certificate",
        arguments: [
            ("2026-02-28", .notInPost("W1")),
            ("2026-03-01", nil),
            ("2026-09-30", nil),
            ("2026-10-01", .notInPost("W1")),
            ("2020-12-31", .noSuchPost),
        ] as [(day: Day, refusal: AuthorityRefusal?)]
    )
    func days(day: Day, refusal: AuthorityRefusal?) {
        #expect(Standing().refusal(on: day) == refusal)
    }

    @Test("a certificate is good until the end of its last day")
    func expiry() {
        var standing = Standing()
        standing.post.terms = [Post.Term(officer: "O1", from: "2025-01-01")]
        #expect(standing.refusal(on: "2026-12-31") == nil)
        let expired = AuthorityRefusal.certificateNotValid("15110010001", .expired(on: "2026-12-31"))
        #expect(standing.refusal(on: "2027-01-01") == expired)
        let early = AuthorityRefusal.certificateNotValid("15110010001", .notYetValid(from: "2026-01-01"))
        #expect(standing.refusal(on: "2025-12-31") == early)
    }

    @Test("a suspended certificate serves no act until it is restored, a revoked one never")
    func suspension() {
        var standing = Standing()
        standing.officer.certificates[0].set(.suspended(reason: "考核不合格"), from: "2026-05-10")
        standing.officer.certificates[0].set(.valid, from: "2026-06-01")
        #expect(standing.refusal(on: "2026-05-09") == nil)
        let suspended = AuthorityRefusal.certificateNotValid("15110010001", .suspended(reason: "考核不合格"))
        #expect(standing.refusal(on: "2026-05-20") == suspended)
        #expect(standing.refusal(on: "2026-06-01") == nil)
        standing.officer.certificates[0].set(.revoked(reason: "调离"), from: "2026-07-01")
        let revoked = AuthorityRefusal.certificateNotValid("15110010001", .revoked(reason: "调离"))
        #expect(standing.refusal(on: "2026-08-01") == revoked)
        #expect(standing.officer.certificates[0].version == 4)
    }

    @Test("a certificate serves only its scope, its area and its kind of post")
    func scope() {
        var standing = Standing()
        let scope: [EnforcementCategory] = [.inspection, .license]
        #expect(
            standing.refusal(for: .penalty) == .outOfScope("15110010001", category: .penalty, scope: scope)
        )
        #expect(standing.refusal(in: "511602001") == nil)
        #expect(standing.refusal(in: "511603") == .outOfArea("15110010001", place: "511603", area: "511602"))
        standing.officer.certificates = []
        #expect(standing.refusal() == .noCertificate(.enforcement))
    }

    @Test("of several certificates one that serves is found")
    func several() {
        var standing = Standing()
        let other = Certificate.Terms(
            number: "15110010002",
            scope: [.penalty],
            area: "510000",
            issuer: "四川省人民政府",
            validFrom: "2026-01-01",
            validTo: "2028-12-31"
        )
        standing.officer.certificates.append(Certificate(other))
        #expect(standing.refusal(for: .license) == nil)
        #expect(standing.refusal(for: .penalty) == nil)
    }

    @Test("who left the agency, and an agency that was closed, cannot act")
    func employment() {
        var standing = Standing()
        standing.officer.agency.set(nil, from: "2026-05-01")
        #expect(standing.refusal() == .leftAgency("A1"))
        standing = Standing()
        standing.agency.closedOn = "2026-05-20"
        #expect(standing.refusal() == .agencyClosed("A1"))
        #expect(standing.refusal(on: "2026-05-19") == nil)
    }
}
