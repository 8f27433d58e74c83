package import HTML

/// Whose Hall it is: what header, footer and introductions say.
package struct HallSite: Sendable {
    /// Header and footer of every page.
    package let identity: SiteIdentity
    package let assets: PageAssets
    /// The division, as 四川省广安市广安区.
    package let division: String
    /// Where anybody complains about how a power is used; nil shows 未填报.
    package let complaintLine: String?
    /// Where officers sign in; nil hides the link.
    package let officersEntrance: String?
    /// Scheme and host under which the public reaches the Hall, for codes to scan; nil leaves the codes out.
    package let publicAddress: String?

    /// Where a demonstration shows the codes it does not send; nil elsewhere.
    let codesNotice: String?
    /// Whether pages are large and simple.
    ///
    /// - Source: 国办发〔2020〕45号 (切实解决老年人运用智能技术困难); Law on a Barrier-free Environment
    ///   (无障碍环境建设法) art. 32.
    let isLarge: Bool
    /// The accounts of the public: whether there are any, and whether the visitor has signed in.
    let account: AccountLink

    /// What the header leads to.
    enum AccountLink: Sendable {
        case none, signIn, own
    }

    package init(
        identity: SiteIdentity,
        assets: PageAssets,
        division: String,
        complaintLine: String?,
        officersEntrance: String? = nil,
        publicAddress: String? = nil,
        takesAccounts: Bool = false,
        codesNotice: String? = nil
    ) {
        self.identity = identity
        self.assets = assets
        self.division = division
        self.complaintLine = complaintLine
        self.officersEntrance = officersEntrance
        self.publicAddress = publicAddress
        self.codesNotice = codesNotice
        account = takesAccounts ? .signIn : .none
        isLarge = false
    }

    /// The same for who is signed in.
    var signedIn: HallSite { HallSite(self, account: .own, isLarge: isLarge) }

    /// The same for who wants large type (长者模式).
    var large: HallSite { HallSite(self, account: account, isLarge: true) }

    private init(_ site: HallSite, account: AccountLink, isLarge: Bool) {
        self.isLarge = isLarge
        identity = site.identity
        assets = site.assets
        division = site.division
        complaintLine = site.complaintLine
        officersEntrance = site.officersEntrance
        publicAddress = site.publicAddress
        codesNotice = site.codesNotice
        self.account = account
    }
}
