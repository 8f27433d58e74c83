package import Kernel

/// One fact of security: who did what to whom, from where.
///
/// Appended, never changed.
///
/// - Source: Cybersecurity Law (网络安全法) art. 21(3): kept for at least six months.
package struct AuditEntry: Hashable, Sendable {
    package let id: String
    package let recordedAt: Instant
    package let kind: Kind
    /// The account that acted; empty when nobody was signed in.
    package let actor: String
    /// The account or record acted upon; the digest of the name for a failed sign-in.
    package let subject: String
    /// The session's digest; empty outside one.
    package let session: String
    /// Where the request came from, as the server saw it.
    package let address: String
    /// Facts in short words; no names, passwords or document text.
    package let remark: String

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case signedIn
        case signInFailed
        case nameLocked
        case sessionEnded
        case passwordChanged
        case passwordReset
        case accountCreated
        case accountDisabled
        case accountEnabled
        case rolesChanged
        case accessRefused
        case personalSeen
        case exported
        case settingChanged
        case factorConfirmed
        case factorProven
        case factorRemoved
        case sessionRevoked
        case directoryChanged
        case listPublished
        case codeSent
        case codeFailed
        case accountClosed
        case numberChanged
        case realNameGiven
        case identityLinked
        case identityUnlinked
        case belongingAdded
        case fileHeldBack
        case tokenIssued
        case tokenRevoked

        package var chinese: String {
            switch self {
            case .signedIn: "登录"
            case .signInFailed: "登录失败"
            case .nameLocked: "账号锁定"
            case .sessionEnded: "退出登录"
            case .passwordChanged: "修改密码"
            case .passwordReset: "重置密码"
            case .accountCreated: "建立账号"
            case .accountDisabled: "停用账号"
            case .accountEnabled: "启用账号"
            case .rolesChanged: "变更角色"
            case .accessRefused: "越权被拒"
            case .personalSeen: "查看个人信息"
            case .exported: "导出"
            case .settingChanged: "变更参数"
            case .factorConfirmed: "启用动态口令"
            case .factorProven: "动态口令验证"
            case .factorRemoved: "解除动态口令"
            case .sessionRevoked: "强制下线"
            case .directoryChanged: "变更机构人员"
            case .listPublished: "公布清单"
            case .codeSent: "发送验证码"
            case .codeFailed: "验证码错误"
            case .accountClosed: "注销账号"
            case .numberChanged: "更换手机号"
            case .realNameGiven: "实名登记"
            case .identityLinked: "关联统一身份"
            case .identityUnlinked: "解除统一身份"
            case .belongingAdded: "归入账号"
            case .fileHeldBack: "文件未打开"
            case .tokenIssued: "签发接口令牌"
            case .tokenRevoked: "撤销接口令牌"
            }
        }
    }
}
