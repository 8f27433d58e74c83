import EventLog
import Kernel
import Parties
import Testing

@Suite("Registering a party")
struct RegisterPartyTests {
    static func refusal(_ applicant: RegisterParty.Applicant) -> PartiesError? {
        do throws(PartiesError) {
            _ = try RegisterParty(applicant).decide("01P1")
            return nil
        } catch {
            return error
        }
    }

    // The two numbers are the worked examples of GB 11643-1999 and of a public test suite; they belong to nobody.
    @Test(
        "a person's identity number and mobile are checked",
        arguments: [
            ("张三", "11010519491231002X", "13800000000", nil),
            ("张三", "11010519491231002x", "138-0000 0000", nil),
            ("张三", "360426199101010071", "13800000000", nil),
            ("张三", "110105194912310021", "13800000000", .identityNumber(.checkDigit(expected: "X"))),
            ("张三", "11010519491331002X", "13800000000", .identityNumber(.birthDay)),
            ("张三", "1101051949123100", "13800000000", .identityNumber(.form)),
            ("张三", "１１０１０５１９４９１２３１００２X", "13800000000", .identityNumber(.form)),
            ("张三", "11010519491231002X", "12800000000", .mobile),
            ("张三", "11010519491231002X", "1380000000", .mobile),
            ("  ", "11010519491231002X", "13800000000", .name(length: 0, greatest: 60)),
            ("张\u{0}三", "11010519491231002X", "13800000000", .name(length: 3, greatest: 60)),
            (String(repeating: "张", count: 10_000), "", "", .name(length: 10_000, greatest: 60)),
        ] as [(name: String, number: String, mobile: String, refusal: PartiesError?)]
    )
    func person(name: String, number: String, mobile: String, refusal: PartiesError?) {
        #expect(Self.refusal(.person(name: name, identityNumber: number, mobile: mobile)) == refusal)
    }

    @Test(
        "an organization's code has eighteen characters of its alphabet",
        arguments: [
            ("91110000600037341L", nil),
            ("91110000600037341l", nil),
            ("91110000600037341", .creditCode),
            ("91110000600037341I", .creditCode),
            ("", .creditCode),
        ] as [(code: String, refusal: PartiesError?)]
    )
    func organization(code: String, refusal: PartiesError?) {
        #expect(Self.refusal(.organization(name: "某公司", code: code, representative: nil)) == refusal)
    }

    @Test("what is personal is bound to the party as subject")
    func subjects() throws {
        let person = RegisterParty(.person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"))
        guard case .personRegistered(let registered) = try person.decide("01P1") else {
            Issue.record("expected a person")
            return
        }
        #expect(registered.person.subject == "01P1")
        let representative = LegalRepresentative(name: "李四", mobile: nil)
        let organization = RegisterParty(
            .organization(name: "某公司", code: "91110000600037341L", representative: representative)
        )
        guard case .organizationRegistered(let founded) = try organization.decide("01P2") else {
            Issue.record("expected an organization")
            return
        }
        #expect(founded.representative?.subject == "01P2-R")
    }
}
