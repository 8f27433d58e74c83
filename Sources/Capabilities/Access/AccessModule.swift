package import Database

/// What the composition root registers of this capability; it keeps no events yet.
package enum AccessModule {
    package static let migrations: [Migration] = [
        createAccess, extendAccess, createPublicAccounts, linkIdentities, createBelongings, createAccessToken,
        proveNewNumbers, createCalendarKey, ownMoreThings, createPreference,
        ownBookings,
    ]
}
