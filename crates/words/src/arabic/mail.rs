//! Mails.

use super::{
    bidi::{ltr, name},
    count::{Noun, counted},
};
use crate::{MailMessage, Text};

#[expect(clippy::match_same_arms, reason = "one arm a message: what two say alike today is reworded alone tomorrow")]
pub(super) fn say(message: MailMessage<'_>, product: &str) -> Text {
    use MailMessage as M;
    let product = name(product);
    match message {
        M::CodeSubject { code } => format!("{} هو رمزك في {product}", ltr(code)).into(),
        M::CodeLead => format!("بقيت خطوة واحدة إلى حسابك في {product}.").into(),
        M::CodeCode => "أدخل هذا الرمز حيث بدأت:".into(),
        M::CodeLink => "أو افتح هذا الرابط:".into(),
        M::CodeButton => "تأكيد بريدي الإلكتروني".into(),
        M::CodeLife => "كلاهما صالح لمدة 10 دقائق ولمرة واحدة.".into(),
        M::CodeNotYou => "لم تكن أنت؟ إذن لا داعي لفعل شيء: لا يُنشأ حساب دون هذا الرمز.".into(),
        M::TakenSubject => format!("لديك حساب في {product} بالفعل").into(),
        M::TakenLead { email } => {
            format!("حاول شخص ما، وعلى الأرجح أنت، إنشاء حساب باستخدام {}. لديك حساب بالفعل.", ltr(email)).into()
        }
        M::TakenLink => "سجّل الدخول من هنا:".into(),
        M::TakenButton => "تسجيل الدخول".into(),
        M::TakenNotYou => "لم تكن أنت؟ إذن لا داعي لفعل شيء: لم يتغيّر شيء.".into(),
        M::LogInLead => format!("هذا طريقك إلى {product}.").into(),
        M::LogInButton => "تسجيل الدخول".into(),
        M::LogInNotYou => "لم تكن أنت؟ إذن لا داعي لفعل شيء: لا يدخل أحد دون هذه الرسالة.".into(),
        M::ResetSubject => format!("تعيين كلمة مرور جديدة في {product}").into(),
        M::ResetLead { email } => {
            format!("طلب شخص ما، وعلى الأرجح أنت، تعيين كلمة مرور جديدة للعنوان {}.", ltr(email)).into()
        }
        M::ResetButton => "تعيين كلمة مرور جديدة".into(),
        M::ResetNotYou => "لم تكن أنت؟ إذن لا داعي لفعل شيء: تبقى كلمة مرورك كما هي.".into(),
        M::ConfirmLead { email } => format!("أثبت أن {} عنوانك للمتابعة في {product}.", ltr(email)).into(),
        M::ConfirmNotYou => "لم تكن أنت؟ إذن لا داعي لفعل شيء: لا يتابع أحد دون هذا الرمز.".into(),
        M::ChangeSubject => format!("تأكيد عنوانك الجديد في {product}").into(),
        M::ChangeLead { email } => {
            format!("طلبت استخدام {} لحسابك في {product}. يبقى عنوانك القديم إلى أن تؤكده.", ltr(email)).into()
        }
        M::ChangeLink => "لاستخدام هذا العنوان من الآن فصاعدًا:".into(),
        M::ChangeButton => "استخدام هذا العنوان".into(),
        M::ChangeLife => "الرابط صالح لمدة 10 دقائق ولمرة واحدة.".into(),
        M::ChangeNotYou => "لم تكن أنت؟ إذن لا داعي لفعل شيء: لم يتغيّر شيء.".into(),
        M::ChangedSubject => format!("تغيّر عنوانك في {product}").into(),
        M::ChangedLead { email } => {
            format!("يستخدم حسابك في {product} من الآن فصاعدًا {}، وتم تسجيل خروج أجهزتك الأخرى.", ltr(email)).into()
        }
        M::ChangedLink => "لم تكن أنت؟ تراجع عن التغيير، فيتم تسجيل خروج الجميع:".into(),
        M::ChangedButton => "التراجع عن التغيير".into(),
        M::ChangedLife => "هذا ممكن لمدة 7 أيام. إن كنت أنت فلا داعي لفعل شيء.".into(),
        M::NoticeNotYou => "لم تكن أنت؟ عيّن كلمة مرور جديدة الآن، فيتم تسجيل خروج الجميع:".into(),
        M::NoticeButton => "تعيين كلمة مرور جديدة".into(),
        M::NoticeWasYou => "إن كنت أنت فلا داعي لفعل شيء.".into(),
        M::FactWhen => "الوقت".into(),
        M::FactDevice => "الجهاز".into(),
        M::FactAddress => "عنوان الشبكة".into(),
        M::PasswordChangedSubject => format!("تغيّرت كلمة مرورك في {product}").into(),
        M::PasswordChangedLead => "تغيّرت كلمة مرورك، وتم تسجيل خروج أجهزتك الأخرى.".into(),
        M::NewDeviceSubject => format!("تسجيل دخول إلى {product} من جهاز جديد").into(),
        M::NewDeviceLead => "سجّل شخص ما الدخول إلى حسابك من متصفح لم نره من قبل.".into(),
        M::BackupCodeUsedSubject => format!("استُخدم أحد رموزك الاحتياطية في {product}").into(),
        M::BackupCodeUsedLead { left: 0 } => {
            "استُخدم رمز احتياطي لتسجيل الدخول إلى حسابك. كان الأخير: احصل على رموز جديدة من صفحة حسابك.".into()
        }
        M::BackupCodeUsedLead { left } => {
            format!("استُخدم رمز احتياطي لتسجيل الدخول إلى حسابك. المتبقي: {}.", counted(left.into(), Noun::BACKUP_CODE))
                .into()
        }
        M::BackupCodesRenewedSubject => format!("استُبدلت رموزك الاحتياطية في {product}").into(),
        M::BackupCodesRenewedLead => "لحسابك رموز احتياطية جديدة. لم تعد القديمة صالحة.".into(),
        M::SecondFactorOnSubject => format!("فُعّل العامل الثاني في {product}").into(),
        M::SecondFactorOnLead => "يطلب حسابك من الآن فصاعدًا رمزًا من تطبيق المصادقة، وتم تسجيل خروج أجهزتك الأخرى.".into(),
        M::SecondFactorOffSubject => format!("أُوقف العامل الثاني في {product}").into(),
        M::SecondFactorOffLead => "لم يعد حسابك يطلب رمزًا من تطبيق مصادقة. وتم تسجيل خروج أجهزتك الأخرى.".into(),
        M::InvitationSubject { org } => format!("دعوة إلى {}", name(org)).into(),
        M::InvitationLead { org, inviter } => format!("دعاك {} إلى {} في {product}.", ltr(inviter), name(org)).into(),
        M::InvitationLeadNobody { org } => format!("أنت مدعو إلى {} في {product}.", name(org)).into(),
        M::InvitationLink => "ألقِ نظرة قبل الانضمام:".into(),
        M::InvitationButton => "فتح الدعوة".into(),
        M::InvitationLife { email } => format!("هي للعنوان {} وصالحة لمدة 7 أيام.", ltr(email)).into(),
        M::AdmittedSubject { org } => format!("أصبحت عضوًا في {}", name(org)).into(),
        M::AdmittedLead { org } => format!("طلبت الانضمام إلى {} في {product}، وقُبل طلبك.", name(org)).into(),
        M::AdmittedLink => "تجدها هنا من الآن فصاعدًا:".into(),
        M::AdmittedButton => format!("فتح {product}").into(),
        M::AdmittedNote => "لم تطلب ذلك؟ أخبر القائمين على هذه الخدمة.".into(),
        M::InvitationNotYou => "لا تعرف المرسل؟ إذن لا داعي لفعل شيء: لا ينضم أحد دون نقرة.".into(),
    }
}
