package import Access
package import BlobStore
package import Bookings
package import Casework
package import Catalog
package import Codes
package import Cryptography
package import EventLog
package import Kernel
package import Law
package import Participation
package import Publicity
package import TimeLimits
package import WebServer

/// A route of the Hall: all of it is open to everyone, but for the pages of the own account.
package typealias HallRoute = Route<AccessRule, Principal?>

/// What the Hall is put together from.
package struct HallParts: Sendable {
    package let log: EventLog
    package let realm: Realm
    package let search: CatalogSearch
    package let lifeEvents: LifeEvents
    package let drafts: SubmissionDrafts
    package let blobs: BlobStore
    /// Opens what the scanner passes.
    package let files: ForeignFiles
    /// Derives query codes and their digests; `KeyPurpose.receipt` of the ring.
    package let queryKey: SecretKey
    package let gists: LawGists
    package let policy: MaskingPolicy
    package let calendar: WorkingCalendar
    package let clocks: ParticipationClocks
    package let publicSupervision: PublicSupervision
    /// What holds for bookings of every window.
    package let bookings: BookingRules
    /// Of which days real durations are told, and from how many cases on.
    package let durations: ItemDurations.Rules
    /// Of screens in a hall.
    package let screens: ScreenRules
    /// The lists kept beside the items.
    package let listKinds: [OfficialListKind]
    package let divisions: DivisionTable
    package let accounts: PublicAccounts
    /// Certifies the signatures of documents; `nil` where they bear none.
    package let authority: DocumentAuthority?
    package private(set) var site: HallSite

    package init(
        log: EventLog,
        realm: Realm,
        search: CatalogSearch,
        lifeEvents: LifeEvents,
        drafts: SubmissionDrafts,
        blobs: BlobStore,
        files: ForeignFiles,
        queryKey: SecretKey,
        gists: LawGists,
        policy: MaskingPolicy,
        calendar: WorkingCalendar,
        clocks: ParticipationClocks,
        publicSupervision: PublicSupervision,
        bookings: BookingRules,
        durations: ItemDurations.Rules,
        screens: ScreenRules,
        listKinds: [OfficialListKind],
        divisions: DivisionTable,
        accounts: PublicAccounts,
        authority: DocumentAuthority? = nil,
        site: HallSite
    ) {
        self.log = log
        self.realm = realm
        self.search = search
        self.lifeEvents = lifeEvents
        self.drafts = drafts
        self.blobs = blobs
        self.files = files
        self.queryKey = queryKey
        self.gists = gists
        self.policy = policy
        self.calendar = calendar
        self.clocks = clocks
        self.publicSupervision = publicSupervision
        self.bookings = bookings
        self.durations = durations
        self.screens = screens
        self.listKinds = listKinds
        self.divisions = divisions
        self.accounts = accounts
        self.authority = authority
        self.site = site
    }

    /// The same for who is signed in: pages then lead to the own account.
    var signedIn: HallParts {
        var parts = self
        parts.site = site.signedIn
        return parts
    }

    /// The same for who wants large type.
    var large: HallParts {
        var parts = self
        parts.site = site.large
        return parts
    }

    var today: Day { log.clock.today }

    /// Reads within one snapshot of the Hall's realm.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (EventReading) throws -> Answer) async throws -> Answer {
        try await log.read(realm, body)
    }
}
