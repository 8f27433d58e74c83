package import Access
package import Parties

/// Who of the applicant is shown to whom.
///
/// - Source: Personal Information Protection Law (个人信息保护法) art. 34: no further than the statutory duty needs.
package enum Applicant {
    /// Whether the reader works on the case or may see personal data.
    package static func isOpen(to principal: Principal, isMine: Bool) -> Bool {
        isMine || principal.reach(of: .seePersonal) != nil
    }

    package static func shown(_ name: String?, of party: Party?, to principal: Principal, isMine: Bool) -> String {
        guard let name else { return "已依法删除" }
        guard party?.kind == .person, !isOpen(to: principal, isMine: isMine) else { return name }
        return Masking.name(name, .surname)
    }
}
